/**
 * How questions are written for SQLite. A value that decides how it goes about an answer stands in the text: a limit (since 3.48), and
 * what a partial index is about. Where such a value is bound, SQLite puts the whole statement together anew each time it is asked.
 */
import {
  type BinaryOperationNode,
  ColumnNode,
  type LimitNode,
  OperatorNode,
  type RawNode,
  ReferenceNode,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';

/** Columns by whose value indexes are partial (`where state = 'standby'`); none holds what somebody typed. */
const ofPartialIndexes: ReadonlySet<string> = new Set(['state', 'status', 'is_key', 'is_pinned', 'strikes']);
const comparing: ReadonlySet<string> = new Set(['=', '<>', '!=', '>']);
const PLAIN_WORD = /^[a-z-]{1,40}$/; // as such columns hold them, and nothing that ends a text
const LIMIT = /\blimit\s+$/i; // what stands before a value that is one

export class NewsroomSqliteCompiler extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    if (ValueNode.is(limit) && isCount(limit.value)) this.append(`limit ${limit.value}`);
    else super.visitLimit(node);
  }

  /** A limit in a template, as in one of our own questions written out. */
  protected override visitRaw(node: RawNode): void {
    for (const [at, fragment] of node.sqlFragments.entries()) {
      const value = node.parameters[at];
      this.append(fragment);
      if (value && LIMIT.test(fragment) && ValueNode.is(value) && isCount(value.value))
        this.append(`${value.value}`);
      else if (value) this.visitNode(value);
    }
  }

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node;
    const isTold =
      ReferenceNode.is(leftOperand) &&
      ColumnNode.is(leftOperand.column) &&
      ofPartialIndexes.has(leftOperand.column.column.name) &&
      OperatorNode.is(operator) &&
      comparing.has(operator.operator) &&
      ValueNode.is(rightOperand) &&
      (isCount(rightOperand.value) || isWord(rightOperand.value));
    if (isTold) {
      this.visitNode(leftOperand);
      this.append(` ${operator.operator} `);
      this.appendImmediateValue(rightOperand.value);
    } else super.visitBinaryOperation(node);
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isWord = (value: unknown): value is string => typeof value === 'string' && PLAIN_WORD.test(value);
