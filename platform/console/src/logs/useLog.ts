import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, data } from '../api/client';
import { refusalOf, socketAddress } from '../api/stream';
import { append, splitLines } from './lines';

export interface LogRequest {
  container: string;
  previous: boolean;
  follow: boolean;
  tail: number;
}

const FLUSH = 100;
const NORMAL_CLOSURE = 1000;

function parameters({ container, previous, tail }: LogRequest) {
  return { ...(container && { container }), ...(previous && { previous }), tail };
}

/** Lines that arrive over a WebSocket, collected so that a fast log does not render every line. */
function useFollowed(uuid: string, request: LogRequest) {
  const [lines, setLines] = useState<string[]>([]);
  const [closed, setClosed] = useState('');
  const [attempt, setAttempt] = useState(0);
  const waiting = useRef<string[]>([]);
  const { container, previous, follow, tail } = request;
  useEffect(() => {
    if (!follow) return undefined;
    waiting.current = [];
    const query = new URLSearchParams(Object.entries(parameters({ container, previous, follow, tail })).map(([name, value]) => [name, String(value)]));
    const address = socketAddress(`/v1/log/${uuid}/ws`, query);
    const socket = new WebSocket(address);
    let opened = false;
    socket.onopen = () => {
      opened = true;
      setLines([]);
      setClosed('');
    };
    socket.onmessage = (message) => waiting.current.push(...splitLines(String(message.data)));
    socket.onclose = (event) => {
      if (opened) setClosed(event.reason || (event.code === NORMAL_CLOSURE ? 'end' : 'interrupted'));
      else void refusalOf(address).then((reason) => setClosed(reason || 'interrupted'));
    };
    const timer = setInterval(() => {
      const more = waiting.current;
      if (more.length === 0) return;
      waiting.current = [];
      setLines((known) => append(known, more));
    }, FLUSH);
    return () => {
      clearInterval(timer);
      socket.onclose = null;
      socket.close();
    };
  }, [uuid, container, previous, follow, tail, attempt]);
  return { lines, closed, again: () => setAttempt((number) => number + 1) };
}

export function useLog(uuid: string, request: LogRequest) {
  const followed = useFollowed(uuid, request);
  const read = useQuery({
    queryKey: ['log', uuid, request],
    queryFn: async () => splitLines(await data(api.GET('/v1/log/{uuid}', { params: { path: { uuid }, query: parameters(request) as never } }))),
    enabled: !request.follow,
    staleTime: 0,
  });
  return { lines: request.follow ? followed.lines : (read.data ?? []), error: request.follow ? null : read.error, read, followed };
}
