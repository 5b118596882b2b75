import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { format, type Catalogue, type Key, type Parameters } from './catalogue';
import { en } from './en';

export const LANGUAGES = { en: 'English', zh: '中文' };
export type Language = keyof typeof LANGUAGES;

interface Texts {
  language: Language;
  setLanguage: (language: Language) => void;
  t: (key: Key, parameters?: Parameters) => string;
}

const STORED = 'kubefate.language';
const TextContext = createContext<Texts | null>(null);

function initialLanguage(): Language {
  const wanted = localStorage.getItem(STORED) ?? navigator.language;
  return wanted.startsWith('zh') ? 'zh' : 'en';
}

async function load(language: Language): Promise<Catalogue> {
  return language === 'zh' ? (await import('./zh')).zh : en;
}

export function TextProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(initialLanguage);
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  useEffect(() => {
    let current = true;
    load(language).then((loaded) => current && setCatalogue(loaded));
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    return () => {
      current = false;
    };
  }, [language]);
  const texts = useMemo<Texts | null>(
    () =>
      catalogue && {
        language,
        setLanguage: (next) => {
          localStorage.setItem(STORED, next);
          setLanguage(next);
        },
        t: (key, parameters) => format(catalogue[key], parameters),
      },
    [catalogue, language],
  );
  return texts && <TextContext value={texts}>{children}</TextContext>;
}

export function useTexts(): Texts {
  const texts = useContext(TextContext);
  if (!texts) throw new Error('no TextProvider');
  return texts;
}

export function useText() {
  return useTexts().t;
}
