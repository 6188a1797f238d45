/** The reader's own page of alerts, with what this device missed put right before it is shown. */
import { openAlertsPage } from './alerts-page.ts';
import { healIfPossible } from './device.ts';

const page = document.querySelector<HTMLElement>('[data-alerts-page]');

if (page) void healIfPossible().then(() => openAlertsPage(page));
