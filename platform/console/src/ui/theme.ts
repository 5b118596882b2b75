import { useEffect, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const STORED = 'kubefate.theme';
const DARK_CLASS = 'pf-v6-theme-dark';
const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)');

function stored(): Theme {
  const value = localStorage.getItem(STORED);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function applyTheme(theme: Theme = stored()) {
  const dark = theme === 'dark' || (theme === 'system' && darkSystem().matches);
  document.documentElement.classList.toggle(DARK_CLASS, dark);
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(stored);
  useEffect(() => {
    applyTheme(theme);
    const system = darkSystem();
    const follow = () => applyTheme(theme);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [theme]);
  return [
    theme,
    (next) => {
      localStorage.setItem(STORED, next);
      setTheme(next);
    },
  ];
}
