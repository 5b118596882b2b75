import { useSyncExternalStore } from 'react';
import { useTexts } from '../i18n/text';
import { isTime, relative } from './relative';

const STEP = 10_000;

function onStep(listener: () => void) {
  const timer = setInterval(listener, STEP);
  return () => clearInterval(timer);
}

/** The present time, in steps so that it is the same for all that renders together. */
const now = () => Math.ceil(Date.now() / STEP) * STEP;

/** The distance to now; the tooltip has the time. */
export function Time({ value }: { value: string | undefined | null }) {
  const { language } = useTexts();
  const present = useSyncExternalStore(onStep, now);
  if (!isTime(value)) return <>–</>;
  return (
    <time dateTime={value} title={new Date(value).toLocaleString(language)}>
      {relative(value, present, language)}
    </time>
  );
}
