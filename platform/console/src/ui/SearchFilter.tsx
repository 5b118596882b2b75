import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { useDelayed } from './useDelayed';

export function SearchFilter({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, change] = useDelayed(value, onChange);
  return <TextInput type="search" aria-label={label} placeholder={label} value={text} onChange={(_, next) => change(next)} />;
}
