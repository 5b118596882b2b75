import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text';
import { Failure } from './states';

interface Properties {
  title: string;
  action: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  wide?: boolean;
  mutation: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error'>;
  close: () => void;
  children: ReactNode;
}

/** A dialog that asks or edits, sends one request and shows why it failed. */
export function Confirm({ title, action, isDanger, isDisabled, wide, mutation, close, children }: Properties) {
  const t = useText();
  return (
    <Modal isOpen variant={wide ? 'large' : 'small'} onClose={close} aria-label={title}>
      <ModalHeader title={title} />
      <ModalBody>{children}</ModalBody>
      {mutation.error && <Failure error={mutation.error} />}
      <ModalFooter>
        <Button
          variant={isDanger ? 'danger' : 'primary'}
          isLoading={mutation.isPending}
          isDisabled={isDisabled || mutation.isPending}
          onClick={() => mutation.mutate()}
        >
          {action}
        </Button>
        <Button variant="link" onClick={close}>{t('common.cancel')}</Button>
      </ModalFooter>
    </Modal>
  );
}
