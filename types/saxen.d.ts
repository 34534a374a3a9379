// saxen ships no types: what we use of its plain mode (no namespaces, no proxies).
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', listener: (name: string, attributes: () => Readonly<Record<string, string>>) => void): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    on(event: 'text' | 'cdata', listener: (text: string) => void): this;
    on(event: 'error' | 'warn', listener: (problem: Error) => void): this;
    parse(xml: string): this;
  }
}
