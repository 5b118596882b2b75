import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { Problem } from '../api/error';
import { useText } from '../i18n/text';

export function ProblemList({ problems, goTo }: { problems: Problem[]; goTo: (line: number) => void }) {
  const t = useText();
  return problems.map((problem) => (
    <Alert
      key={`${problem.line} ${problem.path} ${problem.message}`}
      isInline
      variant={problem.severity === 'warning' ? 'warning' : 'danger'}
      title={problem.path ? `${problem.path}: ${problem.message}` : problem.message}
      actionLinks={problem.line > 0 && <Button variant="link" isInline onClick={() => goTo(problem.line)}>{t('install.line', { n: problem.line })}</Button>}
    />
  ));
}
