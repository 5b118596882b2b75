import { parse } from 'yaml';

/** Encodes a file as the requests of the service contain it. */
export function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text);
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The value of a key at the top of a file; empty if the file has none, or is not valid. */
export function topLevel(text: string, key: string): string {
  return String(fieldsOf(text)[key] ?? '');
}

interface Release {
  name: string;
  version: string;
  engine: string;
}

/** The release that a file is for. If several engines run it, a value at the top of the file is the name of one of them. */
export function releaseOf<T extends Release>(text: string, releases: T[]): T | undefined {
  const fields = fieldsOf(text);
  const candidates = releases.filter(({ name, version }) => name === fields.chartName && version === fields.chartVersion);
  const values = Object.values(fields);
  return candidates.find(({ engine }) => values.includes(engine)) ?? candidates[0];
}
