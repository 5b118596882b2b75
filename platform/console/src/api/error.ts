/** An error of a cluster.yaml. */
export interface Problem {
  path: string;
  line: number;
  message: string;
  severity: string;
}

export class ApiError extends Error {
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  readonly problems: Problem[];

  constructor(status: number, code: string, message: string, problems: Problem[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

/** Reads the flat map of strings that the service sends as an error. */
export async function errorOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  return parseError(response.status, text);
}

export function parseError(status: number, text: string): ApiError {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return new ApiError(status, '', text || `HTTP ${status}`, []);
  }
  const message = String(fields.error ?? fields.message ?? `HTTP ${status}`);
  return new ApiError(status, String(fields.code ?? ''), message, problemsOf(fields.problems));
}

function problemsOf(value: unknown): Problem[] {
  if (typeof value !== 'string') return [];
  try {
    return JSON.parse(value) as Problem[];
  } catch {
    return [];
  }
}
