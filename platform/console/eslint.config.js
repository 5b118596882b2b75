import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['target', 'src/api/schema.ts'] },
  js.configs.recommended,
  typescript.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat.recommended,
  {
    rules: {
      // The index of this package contains every component and its styles.
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@patternfly/react-core', message: 'Import dist/dynamic/components/….' },
            { name: '@patternfly/react-table', message: 'Import dist/dynamic/components/….' },
            { name: '@patternfly/react-icons', message: 'Import dist/dynamic/icons/….' },
          ],
        },
      ],
      'max-lines': ['error', 250],
    },
  },
  // A list of messages, not code.
  { files: ['src/i18n/{en,zh}.ts'], rules: { 'max-lines': 'off' } },
  { files: ['scripts/**', 'e2e/**', 'dev/**', '*.js', '*.ts'], languageOptions: { globals: globals.node } },
  // A catalogue is a list, and each page adds to it.
  { files: ['src/i18n/en.ts', 'src/i18n/zh.ts'], rules: { 'max-lines': 'off' } },
  { files: ['e2e/**'], languageOptions: { globals: globals.browser } },
);
