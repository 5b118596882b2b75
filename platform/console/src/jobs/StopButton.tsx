import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body } from '../api/client';
import { useText } from '../i18n/text';
import { Confirm } from '../ui/Confirm';
import type { Job } from './jobs';

export function StopButton({ job }: { job: Job }) {
  const t = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const mutation = useMutation<unknown, Error, void>({
    mutationFn: () => body(api.PUT('/v1/job/{uuid}', { params: { path: { uuid: job.uuid }, query: { jobStatus: 'stop' } as never } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['job', job.uuid] });
      setAsking(false);
    },
  });
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>{t('jobs.stop')}</Button>
      {asking && (
        <Confirm title={t('jobs.stopTitle')} action={t('jobs.stop')} isDanger mutation={mutation} close={() => setAsking(false)}>
          {t('jobs.stopBody')}
        </Confirm>
      )}
    </>
  );
}
