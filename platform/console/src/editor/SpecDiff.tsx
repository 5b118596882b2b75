import { yaml } from '@codemirror/lang-yaml';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/text';
import { appearance } from './theme';

/** The changes between two files, in one text. */
export default function SpecDiff({ before, after }: { before: string; after: string }) {
  const t = useText();
  const parent = useRef<HTMLDivElement>(null);
  const label = t('history.files');
  useEffect(() => {
    const view = new EditorView({
      doc: after,
      parent: parent.current!,
      extensions: [
        lineNumbers(),
        yaml(),
        appearance,
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.lineWrapping,
        unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 3, minSize: 6 } }),
      ],
    });
    return () => view.destroy();
  }, [before, after, label]);
  return <div ref={parent} className="console-diff" />;
}
