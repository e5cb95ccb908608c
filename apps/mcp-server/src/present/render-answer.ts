import type { CallToolResult } from '@modelcontextprotocol/server';
import { ToolError } from '../tool-error.ts';
import { cleanAnswer } from './clean-answer.ts';
import type { Failure } from './describe-failure.ts';
import { escapeUnseen } from './plain-text.ts';

/** No client takes more than this, in characters. */
const longestAnswer = 100_000;

/**
 * Renders an answer: some clients show only the text, others only the structured content, so both carry the same facts.
 *
 * @throws ToolError `answer_too_large`
 */
export function renderAnswer(answer: Readonly<Record<string, unknown>>): CallToolResult {
  const structuredContent = cleanAnswer(answer) as Record<string, unknown>;
  const text = escapeUnseen(JSON.stringify(structuredContent));
  if (text.length > longestAnswer) {
    const largest = Object.entries(structuredContent)
      .map(([field, value]) => ({ field, size: JSON.stringify(value).length }))
      .sort((one, other) => other.size - one.size)[0];
    throw new ToolError(
      'answer_too_large',
      `The answer has ${text.length} characters, and ${longestAnswer} are the most that can be sent. Most of it is '${largest?.field}'. Ask for less.`,
    );
  }
  return { content: [{ type: 'text', text }], structuredContent };
}

/** Renders what went wrong. It has no structured content, which would have to look like a success. */
export function renderFailure(failure: Failure, notice: string | undefined): CallToolResult {
  const answer = cleanAnswer({ error: failure, notice });
  return { content: [{ type: 'text', text: escapeUnseen(JSON.stringify(answer)) }], isError: true };
}
