import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { useEffect, useRef, useState } from 'react';

const DELAY = 100;

/** Filters while the user types, but not at every key. */
export function SearchFilter({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
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
    <TextInput type="search" aria-label={label} placeholder={label} value={text} onChange={(_, next) => change(next)} />
  );
}
