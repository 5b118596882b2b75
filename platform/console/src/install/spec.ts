import { parse } from 'yaml';

/** Encodes a file as the requests of the service contain it. */
export function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The value of a key at the top of a file; empty if the file has none, or is not valid. */
export function topLevel(text: string, key: string): string {
  try {
    const value: unknown = parse(text);
    const found = value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
    return found === undefined || found === null ? '' : String(found);
  } catch {
    return '';
  }
}
