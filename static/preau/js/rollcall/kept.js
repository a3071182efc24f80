// What a roll call leaves on a device: the stores of a day begin with PREFIX, and KEPT says that there may be one.
export const PREFIX = "preau-appel-", KEPT = "preau-appel-kept";

export function today() { return `${PREFIX}${new Date().toLocaleDateString("sv")}`; }
export async function wipe() { for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name); }
