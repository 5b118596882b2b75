import { FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form';
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText';
import type { Registry } from '@rjsf/utils';
import type { Problem } from '../api/error';
import { pathOf, problemsAt } from './fields';

/** What a part of the form knows of the whole. */
export interface FormContext {
  problems: Problem[];
  /** The path of the section in the file. */
  prefix: string[];
}

const contextOf = (registry: Registry) => registry.formContext as FormContext;

export const filePath = (registry: Registry, path: (string | number)[]) => pathOf([...contextOf(registry).prefix, ...path]);

export const problemsOf = (registry: Registry) => contextOf(registry).problems;

export const messagesId = (id: string) => `${id}-messages`;

interface Properties {
  id: string;
  description?: string;
  path: (string | number)[];
  registry: Registry;
}

/** The problems of a field and its description, which are also read to those who do not see them. */
export function Messages({ id, description, path, registry }: Properties) {
  const problems = problemsAt(problemsOf(registry), filePath(registry, path));
  if (!description && problems.length === 0) return null;
  return (
    <FormHelperText>
      <HelperText id={messagesId(id)}>
        {problems.map(({ message, severity }) => (
          <HelperTextItem key={message} variant={severity === 'warning' ? 'warning' : 'error'}>{message}</HelperTextItem>
        ))}
        {description && <HelperTextItem>{description}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  );
}
