import { Button, type ButtonProps } from '@patternfly/react-core/dist/dynamic/components/Button';
import { useHref, useNavigate } from 'react-router';

/** A link within the console that looks like a button. */
export function LinkButton({ to, ...properties }: { to: string } & Omit<ButtonProps, 'ref' | 'component'>) {
  const navigate = useNavigate();
  return (
    <Button
      {...properties}
      component="a"
      href={useHref(to)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    />
  );
}
