import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Sends a change and reads the list again. */
export function useAdministrationChange<T>(list: string, send: () => Promise<T>, done: (result: T) => void) {
  const client = useQueryClient();
  return useMutation<T, Error, void>({
    mutationFn: send,
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: [list] });
      done(result);
    },
  });
}
