import type { en } from './en';

export type Key = keyof typeof en;
export type Catalogue = Record<Key, string>;
export type Parameters = Record<string, string | number>;

/** Replaces {name} in a message. */
export function format(message: string, parameters: Parameters = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}
