import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { useState, type ReactNode } from 'react';
import type { Problem } from '../api/error';
import { useText } from '../i18n/text';

interface Properties {
  id: string;
  title: string;
  isOpen: boolean;
  problems: Problem[];
  children: ReactNode;
}

/** Fields that belong together. Those of a closed group are not rendered: a form has thousands. */
export function Group({ id, title, isOpen, problems, children }: Properties) {
  const t = useText();
  const [open, setOpen] = useState(isOpen);
  const severity = problems.every((problem) => problem.severity === 'warning') ? 'warning' : 'danger';
  const toggle = (
    <span className="console-group">
      {title} {problems.length > 0 && <Label isCompact status={severity}>{t('form.problems', { n: problems.length })}</Label>}
    </span>
  );
  return (
    <ExpandableSection toggleId={`${id}-toggle`} contentId={`${id}-content`} toggleContent={toggle} isExpanded={open} isIndented onToggle={(_, expanded) => setOpen(expanded)}>
      {open && <div className="console-fields">{children}</div>}
    </ExpandableSection>
  );
}
