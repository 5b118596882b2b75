import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal as Xterm } from '@xterm/xterm';
import { useEffect, useRef } from 'react';
import { refusalOf, socketAddress } from '../api/stream';
import { ERROR, failure, parseFrame, resizeFrame, STDERR, STDIN, STDOUT, textFrame } from './channel';

interface Properties {
  cluster: string;
  module: string;
  label: string;
  onEnd: (reason: string) => void;
}

const SHELL = ['sh', '-c', 'command -v bash >/dev/null && exec bash; exec sh'];

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/**
 * The terminal creates style elements when it opens, which the policy of the page permits only with the nonce. Its option for another document
 * misses one of them, so the document gives the nonce to those that are created meanwhile.
 */
function withNonce(open: () => void) {
  const create = document.createElement.bind(document);
  document.createElement = (tag: string, options?: ElementCreationOptions) => {
    const element = create(tag, options);
    if (tag === 'style') element.nonce = nonce;
    return element;
  };
  try {
    open();
  } finally {
    Reflect.deleteProperty(document, 'createElement');
  }
}

function address(cluster: string, module: string): string {
  const parameters = new URLSearchParams({ module, stdin: 'true', tty: 'true' });
  SHELL.forEach((word) => parameters.append('command', word));
  return socketAddress(`/v1/cluster/${cluster}/exec/ws`, parameters);
}

function connect(terminal: Xterm, url: string, onEnd: (reason: string) => void): WebSocket {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  let reason = '';
  let opened = false;
  socket.onopen = () => {
    opened = true;
    socket.send(resizeFrame(terminal.cols, terminal.rows));
  };
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
    if (typeof data === 'string') return;
    const { channel, content } = parseFrame(new Uint8Array(data));
    if (channel === STDOUT || channel === STDERR) terminal.write(content);
    else if (channel === ERROR) reason = failure(content);
  };
  socket.onclose = (event) => {
    if (opened) onEnd(reason || event.reason);
    else void refusalOf(url).then(onEnd);
  };
  terminal.onData((text) => socket.readyState === WebSocket.OPEN && socket.send(textFrame(STDIN, text)));
  terminal.onResize(({ cols, rows }) => socket.readyState === WebSocket.OPEN && socket.send(resizeFrame(cols, rows)));
  return socket;
}

/** A shell in the first running pod of a module. */
export default function Terminal({ cluster, module, label, onEnd }: Properties) {
  const parent = useRef<HTMLDivElement>(null);
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  }, [onEnd]);
  useEffect(() => {
    const terminal = new Xterm({ screenReaderMode: true, convertEol: false });
    const fit = new FitAddon();
    terminal.loadAddon(fit);
    withNonce(() => terminal.open(parent.current!));
    fit.fit();
    const observer = new ResizeObserver(() => fit.fit());
    observer.observe(parent.current!);
    const socket = connect(terminal, address(cluster, module), (reason) => ended.current(reason));
    terminal.focus();
    return () => {
      observer.disconnect();
      socket.onclose = null;
      socket.close();
      terminal.dispose();
    };
  }, [cluster, module]);
  return <div ref={parent} className="console-terminal" role="group" aria-label={label} />;
}
