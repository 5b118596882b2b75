import { ApiError, errorOf } from './error';

export interface ServerEvent {
  id: string;
  name: string;
  data: string;
}

/** Splits the text of an event stream into events; a part of the text can end anywhere. */
export class EventParser {
  private rest = '';
  private id = '';

  push(text: string): ServerEvent[] {
    const blocks = (this.rest + text.replace(/\r\n?/g, '\n')).split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => this.parse(block));
  }

  private parse(block: string): ServerEvent[] {
    let name = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':');
      if (colon === 0) continue;
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'event') name = value;
      else if (field === 'id') this.id = value;
      else if (field === 'data') data.push(value);
    }
    return data.length === 0 ? [] : [{ id: this.id, name, data: data.join('\n') }];
  }
}

/** Reads an event stream with fetch until it ends. */
export async function readEvents(path: string, lastId: string, signal: AbortSignal, onEvent: (event: ServerEvent) => void): Promise<void> {
  const headers: Record<string, string> = { accept: 'text/event-stream' };
  if (lastId) headers['last-event-id'] = lastId;
  const response = await fetch(path, { headers, signal });
  if (!response.ok) throw await errorOf(response);
  if (!response.body) return;
  const parser = new EventParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.push(value).forEach(onEvent);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Reads an event stream and connects again after an interruption, until the caller says that it is complete, or aborts. */
export async function followEvents(
  path: string,
  signal: AbortSignal,
  onEvent: (event: ServerEvent) => void,
  isComplete: () => boolean,
  onInterrupted: (interrupted: boolean) => void,
): Promise<void> {
  let lastId = '';
  let attempts = 0;
  while (!signal.aborted && !isComplete()) {
    try {
      await readEvents(path, lastId, signal, (event) => {
        lastId = event.id;
        attempts = 0;
        onInterrupted(false);
        onEvent(event);
      });
    } catch {
      if (!signal.aborted) onInterrupted(true);
    }
    if (signal.aborted || isComplete()) return;
    await pause(Math.min(15_000, 500 * 2 ** attempts++));
  }
}

/** Returns the address of a WebSocket of the service. */
export function socketAddress(path: string, parameters: URLSearchParams): string {
  const scheme = window.location.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${scheme}//${window.location.host}${path}?${parameters}`;
}

/**
 * Returns why a WebSocket was not accepted. Browsers hide the response from the page, but the service checks the same request without an
 * upgrade in the same way.
 */
export async function refusalOf(address: string): Promise<string> {
  try {
    const response = await fetch(address.replace(/^ws/, 'http'));
    return response.ok ? '' : (await errorOf(response)).message;
  } catch (error) {
    return error instanceof ApiError ? error.message : '';
  }
}
