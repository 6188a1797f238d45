/** This browser's own push subscription, made with the key the newsroom has now. */

export interface OwnSubscription {
  subscription: PushSubscription;
  keyId: string;
}

/** The subscription there is, or a new one where there is none or it was made with another key. */
export async function subscribeHere(registration: ServiceWorkerRegistration): Promise<OwnSubscription> {
  const { publicKey, keyId } = (await (await fetch('/alerts/key')).json()) as {
    publicKey: string;
    keyId: string;
  };
  const key = bytesOf(publicKey);
  const had = await registration.pushManager.getSubscription();
  if (had && sameBytes(had.options.applicationServerKey, key)) return { subscription: had, keyId };
  await had?.unsubscribe(); // with another key a browser refuses to subscribe beside it
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return { subscription: made, keyId };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function sameBytes(one: ArrayBuffer | null, other: Uint8Array): boolean {
  const bytes = new Uint8Array(one ?? new ArrayBuffer(0));
  return bytes.length === other.length && bytes.every((byte, place) => byte === other[place]);
}
