import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../i18n/text';

interface Properties {
  id: string;
  name: string;
  isDisabled?: boolean;
  /** Whether the key has just been renamed, so that the focus returns to it. */
  isNew: boolean;
  isTaken: (name: string) => boolean;
  rename: (name: string) => void;
  remove: () => void;
}

function NameInput({ id, name, isTaken, rename, close }: Pick<Properties, 'id' | 'name' | 'isTaken' | 'rename'> & { close: () => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(name);
  const next = draft.trim();
  const taken = next !== name && isTaken(next);
  useEffect(() => input.current?.select(), []);
  const submit = () => {
    if (next === name) close();
    else if (next !== '' && !taken) rename(next);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter') return;
    // Otherwise the key would also press the button that gets the focus.
    event.preventDefault();
    submit();
  };
  return (
    <div className="console-rename">
      <div>
        <TextInput
          ref={input}
          aria-label={t('form.newName', { name })}
          aria-describedby={taken ? `${id}-taken` : undefined}
          validated={taken ? 'error' : 'default'}
          value={draft}
          onChange={(_, text) => setDraft(text)}
          onKeyDown={onKey}
        />
        {taken && <HelperText id={`${id}-taken`}><HelperTextItem variant="error">{t('form.taken')}</HelperTextItem></HelperText>}
      </div>
      <Button variant="secondary" size="sm" isDisabled={next === '' || taken} onClick={submit}>{t('form.rename')}</Button>
      <Button variant="link" size="sm" onClick={close}>{t('common.cancel')}</Button>
    </div>
  );
}

/** Renames or removes a key that the user chose. */
export function KeyButtons({ id, name, isDisabled, isNew, isTaken, rename, remove }: Properties) {
  const t = useText();
  const [isRenaming, setRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const returns = useRef(isNew);
  useEffect(() => {
    if (!isRenaming && returns.current) button.current?.focus();
    returns.current = isRenaming;
  }, [isRenaming]);
  if (isRenaming) return <NameInput id={id} name={name} isTaken={isTaken} rename={rename} close={() => setRenaming(false)} />;
  return (
    <>
      <Button ref={button} variant="secondary" size="sm" isDisabled={isDisabled} onClick={() => setRenaming(true)} aria-label={t('form.renameKey', { name })}>{t('form.rename')}</Button>
      <Button variant="secondary" size="sm" isDisabled={isDisabled} onClick={remove} aria-label={t('form.removeFrom', { name })}>{t('common.remove')}</Button>
    </>
  );
}
