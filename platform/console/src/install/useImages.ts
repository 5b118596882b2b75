import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError, type Problem } from '../api/error';
import { imagesOf, problemsOf } from './requests';

const PAUSE = 600;
const NONE: Problem[] = [];

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Validates the file whenever the user pauses: its problems and its images. */
export function useImages(text: string) {
  const settled = useSettled(text);
  const query = useQuery({ queryKey: ['images', settled], queryFn: () => imagesOf(settled), enabled: settled.trim() !== '', retry: false, placeholderData: keepPreviousData, staleTime: Infinity });
  const invalid = query.error instanceof ApiError && query.error.status === 400;
  const problems = invalid ? problemsOf(query.error as ApiError) : (query.data?.warnings ?? NONE);
  return { images: invalid ? [] : (query.data?.data ?? []), problems, invalid, error: invalid ? null : query.error };
}
