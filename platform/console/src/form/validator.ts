import { Validator, type Schema } from '@cfworker/json-schema';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';

/** The fields of a schema show the problems that the service finds, so that the form and the file never disagree. */
const NO_ERRORS = { errors: [], errorSchema: {} };

/** Interprets schemas: the policy of the page forbids the usual validators, which generate code. */
export const validator: ValidatorType = {
  validateFormData: () => NO_ERRORS,
  rawValidation: () => ({ errors: [] }),
  isValid: (schema: RJSFSchema, data: unknown, root: RJSFSchema) => new Validator({ ...schema, $defs: root.$defs } as Schema, '2020-12').validate(data).valid,
};
