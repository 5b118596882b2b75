/** Takes the place of the library that formats Markdown, in which no schema is written. */
export const Markdown = ({ children }: { children: string }) => children;
