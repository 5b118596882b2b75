import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/text';

const DELAY = 300;

/** Filters while the user types, but not at every key. */
export function SearchFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next), DELAY);
  };
  return (
    <TextInput type="search" aria-label={t('list.search')} placeholder={t('list.search')} value={text} onChange={(_, next) => change(next)} />
  );
}
