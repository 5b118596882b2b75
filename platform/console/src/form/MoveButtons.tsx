import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/text';

interface Properties {
  name: string;
  index: number;
  isDisabled?: boolean;
  /** Undefined for the first element. */
  up?: () => void;
  /** Undefined for the last element. */
  down?: () => void;
}

/** Moves an element of a list. The focus goes with it, so that the keyboard can move it on; at an end, to the way back. */
export function MoveButtons({ name, index, isDisabled, up, down }: Properties) {
  const t = useText();
  const upButton = useRef<HTMLButtonElement>(null);
  const downButton = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'up' | 'down'>(undefined);
  useEffect(() => {
    const [same, other] = pressed.current === 'up' ? [upButton, downButton] : [downButton, upButton];
    if (pressed.current) (same.current?.disabled ? other : same).current?.focus();
    pressed.current = undefined;
  }, [index]);
  const move = (direction: 'up' | 'down', send?: () => void) => {
    pressed.current = direction;
    send?.();
  };
  if (!up && !down) return null;
  return (
    <>
      <Button ref={upButton} variant="secondary" size="sm" isDisabled={isDisabled || !up} onClick={() => move('up', up)} aria-label={t('form.moveUp', { name })}>↑</Button>
      <Button ref={downButton} variant="secondary" size="sm" isDisabled={isDisabled || !down} onClick={() => move('down', down)} aria-label={t('form.moveDown', { name })}>↓</Button>
    </>
  );
}
