import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useState } from 'react';
import { useText } from '../i18n/text';
import { Confirm } from '../ui/Confirm';
import { useAdministrationChange } from './useAdministrationChange';

interface Properties {
  list: string;
  action: string;
  question: string;
  send: () => Promise<unknown>;
}

/** Asks before it deletes. */
export function DeleteButton({ list, action, question, send }: Properties) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const mutation = useAdministrationChange(list, send, () => setAsking(false));
  return (
    <>
      <Button size="sm" variant="danger" onClick={() => setAsking(true)}>{action}</Button>
      {asking && (
        <Confirm title={question} action={action} isDanger mutation={mutation} close={() => setAsking(false)}>
          {t('administration.irreversible')}
        </Confirm>
      )}
    </>
  );
}
