import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table/dist/dynamic/components/Table';
import type { ReactNode } from 'react';
import { isDescending, sortField } from './list';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** The field that the service sorts by. */
  sort?: string;
  /** A column of buttons has no visible title. */
  isActions?: boolean;
}

interface Properties<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  sort?: string;
  onSort?: (sort: string) => void;
}

export function ListTable<T>({ label, columns, rows, rowKey, sort, onSort }: Properties<T>) {
  const index = columns.findIndex((column) => column.sort !== undefined && column.sort === sortField(sort));
  const sortBy = { index, direction: isDescending(sort) ? 'desc' : 'asc' } as const;
  const sorting = (column: Column<T>, columnIndex: number) =>
    column.sort && onSort
      ? { sortBy, columnIndex, onSort: (_: unknown, __: number, direction: string) => onSort(direction === 'desc' ? `-${column.sort}` : column.sort!) }
      : undefined;
  return (
    <Table aria-label={label} role="table" variant="compact" gridBreakPoint="grid-md">
      <Thead>
        <Tr>
          {columns.map((column, position) => (
            <Th key={column.title} modifier="nowrap" sort={sorting(column, position)} screenReaderText={column.isActions ? column.title : undefined}>
              {column.isActions ? undefined : column.title}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={rowKey(row)}>
            {columns.map((column) => (
              <Td key={column.title} dataLabel={column.isActions ? undefined : column.title} isActionCell={column.isActions}>
                {column.cell(row)}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
