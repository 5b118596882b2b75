import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Changes plugins; their list and the releases to choose from change with them. */
export function usePluginChange(send: () => Promise<unknown>, done: () => void = () => {}) {
  const client = useQueryClient();
  return useMutation<unknown, Error, void>({
    mutationFn: send,
    onSuccess: async () => {
      await Promise.all(['plugins', 'charts'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      done();
    },
  });
}
