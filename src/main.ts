#!/usr/bin/env node
/** Hands the words of the command line to the cli. */
import { run } from './cli/cli.ts';

process.exitCode = await run(process.argv.slice(2));
