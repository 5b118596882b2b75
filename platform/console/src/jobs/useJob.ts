import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, data } from '../api/client';
import { followEvents } from '../api/stream';
import { isActive, type Job } from './jobs';

/** A job that follows its changes until it ends. */
export function useJob(uuid: string) {
  const client = useQueryClient();
  const key = ['job', uuid];
  const query = useQuery({ queryKey: key, queryFn: () => data(api.GET('/v1/job/{uuid}', { params: { path: { uuid } } })), staleTime: Infinity });
  const [interrupted, setInterrupted] = useState(false);
  const active = query.data ? isActive(query.data) : false;
  useEffect(() => {
    if (!active) return undefined;
    const stop = new AbortController();
    let ended = false;
    const onEvent = ({ name, data: text }: { name: string; data: string }) => {
      if (name !== 'job') {
        ended = true;
        return;
      }
      const job = JSON.parse(text) as Job;
      ended = !isActive(job);
      client.setQueryData(['job', uuid], job);
    };
    void followEvents(`/v1/job/${uuid}/events`, stop.signal, onEvent, () => ended, setInterrupted);
    return () => stop.abort();
  }, [active, client, uuid]);
  return { query, interrupted: interrupted && active };
}
