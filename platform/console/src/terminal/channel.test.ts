import { describe, expect, it } from 'vitest';
import { failure, parseFrame, resizeFrame, STDIN, textFrame } from './channel';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a frame', () => {
  it('begins with its channel', () => expect([...textFrame(STDIN, 'a')]).toEqual([0, 97]));
  it('is split into channel and content', () => expect(parseFrame(Uint8Array.of(1, 97))).toEqual({ channel: 1, content: Uint8Array.of(97) }));
  it('carries the size of the terminal', () => expect(new TextDecoder().decode(resizeFrame(80, 24).subarray(1))).toBe('{"Width":80,"Height":24}'));
});

describe('failure', () => {
  it('is empty after a success', () => expect(failure(bytes('{"status":"Success"}'))).toBe(''));
  it('is the message of Kubernetes', () => expect(failure(bytes('{"status":"Failure","message":"exit code 1"}'))).toBe('exit code 1'));
});
