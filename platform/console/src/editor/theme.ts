import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

const text = 'var(--pf-t--global--text--color--regular)';

/** The editor takes its colours from PatternFly, so that it follows the theme. */
const colours = EditorView.theme({
  '&': { backgroundColor: 'var(--pf-t--global--background--color--primary--default)', color: text },
  '.cm-content': { fontFamily: 'var(--pf-t--global--font--family--mono)', caretColor: text },
  '.cm-cursor': { borderLeftColor: text },
  '.cm-gutters': { backgroundColor: 'var(--pf-t--global--background--color--secondary--default)', color: 'var(--pf-t--global--text--color--subtle)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--pf-t--global--background--color--action--plain--hover)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--pf-t--global--background--color--highlight--default)' },
  // The default images are data: addresses, which the policy of the page forbids.
  '.cm-lintRange-error, .cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy' },
  '.cm-lintRange-error': { textDecorationColor: 'var(--pf-t--global--icon--color--status--danger--default)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--pf-t--global--icon--color--status--warning--default)' },
  '.cm-lint-marker-error, .cm-lint-marker-warning': { content: '""', borderRadius: '50%' },
  '.cm-lint-marker-error': { backgroundColor: 'var(--pf-t--global--icon--color--status--danger--default)' },
  '.cm-lint-marker-warning': { backgroundColor: 'var(--pf-t--global--icon--color--status--warning--default)' },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--pf-t--global--background--color--floating--default)', color: text },
});

const syntax = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--pf-t--global--text--color--link--default)' },
  { tag: tags.comment, color: 'var(--pf-t--global--text--color--subtle)', fontStyle: 'italic' },
]);

export const appearance: Extension = [EditorView.cspNonce.of(nonce), colours, syntaxHighlighting(syntax)];
