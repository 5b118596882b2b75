import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body, data } from '../api/client';
import type { JsonSchema } from '../form/schema';
import type { Chart } from './requests';
import { releaseOf } from './spec';

export const useCharts = () => useQuery({ queryKey: ['charts'], queryFn: () => data(api.GET('/v1/chart')), staleTime: 60_000 });

const NONE: Chart[] = [];

function schemaOf({ name, version, engine }: Chart) {
  return body(api.GET('/v1/chart/schema/{name}/{version}', { params: { path: { name, version }, query: { engine: engine || undefined } } })) as unknown as Promise<JsonSchema>;
}

/** The schema of the release that the file names; while the file cannot be read, that of the release that it named before. */
export function useSchema(text: string) {
  const charts = useCharts();
  const named = releaseOf(text, charts.data ?? NONE);
  const [release, setRelease] = useState(named);
  if (named && named.uuid !== release?.uuid) setRelease(named);
  const schema = useQuery({ queryKey: ['schema', release?.uuid], queryFn: () => schemaOf(release!), enabled: release !== undefined, staleTime: Infinity, retry: false });
  return { schema: schema.data, error: charts.error ?? schema.error, isLoading: charts.isPending || schema.isLoading };
}
