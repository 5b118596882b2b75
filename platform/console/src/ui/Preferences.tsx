import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { LANGUAGES, useTexts, type Language } from '../i18n/text';
import { useTheme, type Theme } from './theme';

/** Language and theme, which the browser remembers. */
export function Preferences() {
  const { language, setLanguage, t } = useTexts();
  const [theme, setTheme] = useTheme();
  return (
    <>
      <FormSelect aria-label={t('layout.language')} value={language} onChange={(_, value) => setLanguage(value as Language)}>
        {Object.entries(LANGUAGES).map(([value, label]) => <FormSelectOption key={value} value={value} label={label} />)}
      </FormSelect>
      <FormSelect aria-label={t('layout.theme')} value={theme} onChange={(_, value) => setTheme(value as Theme)}>
        <FormSelectOption value="system" label={t('layout.theme.system')} />
        <FormSelectOption value="light" label={t('layout.theme.light')} />
        <FormSelectOption value="dark" label={t('layout.theme.dark')} />
      </FormSelect>
    </>
  );
}
