import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { pieces } from './lines';

const LINE_HEIGHT = 20;

function Line({ line, search }: { line: string; search: string }) {
  return pieces(line, search).map((piece, index) => (piece.isMatch ? <mark key={index}>{piece.text}</mark> : piece.text));
}

/** Renders only the lines that are visible. If the end is visible, it stays so. */
export function LogView({ label, lines, search }: { label: string; lines: string[]; search: string }) {
  const parent = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are not passed on
  const virtualizer = useVirtualizer({ count: lines.length, getScrollElement: () => parent.current, estimateSize: () => LINE_HEIGHT, overscan: 20 });
  useEffect(() => {
    if (atEnd.current && lines.length > 0) virtualizer.scrollToIndex(lines.length - 1);
  }, [lines.length, virtualizer]);
  const onScroll = () => {
    const element = parent.current;
    if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 2 * LINE_HEIGHT;
  };
  return (
    // The keyboard must be able to scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={parent} className="console-log" role="log" aria-label={label} aria-live="off" tabIndex={0} onScroll={onScroll}>
      <div style={{ position: 'relative', blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div key={item.key} style={{ position: 'absolute', insetBlockStart: 0, blockSize: LINE_HEIGHT, transform: `translateY(${item.start}px)` }}>
            <Line line={lines[item.index] ?? ''} search={search} />
          </div>
        ))}
      </div>
    </div>
  );
}
