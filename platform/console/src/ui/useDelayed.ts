import { useEffect, useRef, useState } from 'react';

const DELAY = 100;

/** The text of an input that reports its changes while the user types, but not at every key. */
export function useDelayed(value: string, onChange: (value: string) => void): [string, (next: string) => void] {
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
  return [text, change];
}
