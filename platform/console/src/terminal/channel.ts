/** The frames of v4.channel.k8s.io: the number of the channel, then its bytes. */
export const STDIN = 0;
export const STDOUT = 1;
export const STDERR = 2;
export const ERROR = 3;
export const RESIZE = 4;

export function frame(channel: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(content.length + 1);
  bytes[0] = channel;
  bytes.set(content, 1);
  return bytes;
}

export function textFrame(channel: number, text: string): Uint8Array<ArrayBuffer> {
  return frame(channel, new TextEncoder().encode(text));
}

export function resizeFrame(columns: number, rows: number): Uint8Array<ArrayBuffer> {
  return textFrame(RESIZE, JSON.stringify({ Width: columns, Height: rows }));
}

export function parseFrame(bytes: Uint8Array): { channel: number; content: Uint8Array } {
  return { channel: bytes[0] ?? -1, content: bytes.subarray(1) };
}

/** The end of a command, as Kubernetes reports it; empty if it succeeded. */
export function failure(content: Uint8Array): string {
  try {
    const status = JSON.parse(new TextDecoder().decode(content)) as { status?: string; message?: string };
    return status.status === 'Success' ? '' : (status.message ?? '');
  } catch {
    return '';
  }
}
