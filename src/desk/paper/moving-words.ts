/** How an address of another house is read at the desk. */

/** Without what every address of the house has; signs that stand for letters as those. */
export function addressThere(address: string): string {
  const plain = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain; // a per cent sign that is one
  }
}
