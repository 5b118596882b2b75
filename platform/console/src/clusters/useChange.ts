import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { clusterKey, type Cluster } from './clusters';

interface JobReply {
  data?: { uuid?: string } | unknown;
}

/** Sends a change of a cluster and shows the job that carries it out. */
export function useChange(cluster: Pick<Cluster, 'uuid'>, send: () => Promise<JobReply>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation<JobReply, Error, void>({
    mutationFn: send,
    onSuccess: (reply) => {
      void client.invalidateQueries({ queryKey: clusterKey(cluster.uuid) });
      void client.invalidateQueries({ queryKey: ['jobs'] });
      const job = (reply.data as { uuid?: string } | undefined)?.uuid;
      void navigate(job ? `/jobs/${job}` : `/clusters/${cluster.uuid}/jobs`);
    },
  });
}
