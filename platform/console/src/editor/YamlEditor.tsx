import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { setDiagnostics, lintGutter, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { Problem } from '../api/error';
import { commonEnds } from '../ui/commonEnds';
import { appearance } from './theme';

interface Properties {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problems: Problem[];
  /** The line that the cursor goes to. The object changes whenever it must go there. */
  goTo?: { line: number };
}

function diagnostics(view: EditorView, problems: Problem[]): Diagnostic[] {
  return problems.map((problem) => {
    const line = view.state.doc.line(Math.min(Math.max(1, problem.line), view.state.doc.lines));
    return { from: line.from, to: line.to, severity: problem.severity === 'warning' ? 'warning' : 'error', message: problem.message };
  });
}

/** What differs between two texts, so that the cursor stays. */
function difference(old: string, value: string) {
  const { head, tail } = commonEnds(old.length, value.length, (index) => old.at(index) === value.at(index));
  return { from: head, to: old.length - tail, insert: value.slice(head, value.length - tail) };
}

/** Tab leaves the editor, as the keyboard needs it; Escape is not necessary. */
export default function YamlEditor({ label, value, onChange, problems, goTo }: Properties) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);
  useEffect(() => {
    const view = new EditorView({
      parent: parent.current!,
      extensions: [
        lineNumbers(),
        history(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        yaml(),
        lintGutter(),
        appearance,
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed.current(update.state.doc.toString());
        }),
      ],
    });
    editor.current = view;
    return () => view.destroy();
  }, [label]);
  useEffect(() => {
    const view = editor.current;
    if (view && view.state.doc.toString() !== value) view.dispatch({ changes: difference(view.state.doc.toString(), value) });
  }, [value, label]);
  useEffect(() => {
    const view = editor.current;
    if (view) view.dispatch(setDiagnostics(view.state, diagnostics(view, problems)));
  }, [problems, value, label]);
  useEffect(() => {
    const view = editor.current;
    if (!view || !goTo) return;
    const line = view.state.doc.line(Math.min(Math.max(1, goTo.line), view.state.doc.lines));
    view.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: 'center' }) });
    view.focus();
  }, [goTo]);
  return <div ref={parent} className="console-editor" />;
}
