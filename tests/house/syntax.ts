/** The source as a tree: how many statements a function has, literals that are only spread, and what a file exports. */
import { parseAst } from 'vitest/node';
import type { SourceFile } from './source.ts';

interface TreeNode {
  type: string;
  start: number;
  end: number;
  [part: string]: unknown;
}

export interface FunctionSize {
  name: string;
  statements: number;
}

const isNode = (part: unknown): part is TreeNode =>
  typeof part === 'object' && part !== null && typeof (part as TreeNode).type === 'string';

type Placed = [node: TreeNode, around: TreeNode | null];
const known = new Map<string, Placed[]>(); // each file is read once, whatever is asked of it

/** Every node of a file, with the one around it. */
function nodesOf({ path, text }: SourceFile): Placed[] {
  const before = known.get(path);
  if (before) return before;
  const nodes: Placed[] = [];
  const add = (node: TreeNode, around: TreeNode | null): void => {
    nodes.push([node, around]);
    for (const part of partsOf(node)) add(part, node);
  };
  add(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as TreeNode, null);
  known.set(path, nodes);
  return nodes;
}

/** By a plain walk: there are millions of them, and one list made for each is most of what this test would take. */
function partsOf(node: TreeNode): TreeNode[] {
  const parts: TreeNode[] = [];
  for (const name in node) {
    const part = node[name];
    if (Array.isArray(part)) {
      for (const each of part) if (isNode(each)) parts.push(each);
    } else if (isNode(part)) parts.push(part);
  }
  return parts;
}

const isFunction = ({ type }: TreeNode) =>
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(type);
const isStatement = ({ type }: TreeNode) =>
  (type.endsWith('Statement') && type !== 'BlockStatement') || type === 'VariableDeclaration';

/** Of one function without the functions in it. */
function countStatements(node: TreeNode): number {
  return partsOf(node)
    .filter((part) => !isFunction(part))
    .reduce((sum, part) => sum + (isStatement(part) ? 1 : 0) + countStatements(part), 0);
}

const nameOf = (node: TreeNode, around: TreeNode | null): string => {
  const id = node.id ?? around?.id ?? around?.key;
  return isNode(id) && typeof id.name === 'string' ? id.name : '(without a name)';
};

export function sizesOf(file: SourceFile): FunctionSize[] {
  return nodesOf(file)
    .filter(([node]) => isFunction(node))
    .map(([node, around]) => ({ name: nameOf(node, around), statements: countStatements(node) }));
}

/** Lines with an object literal that is spread into another. */
export function spreadLiterals(file: SourceFile): number[] {
  return nodesOf(file)
    .filter(([node, around]) => node.type === 'SpreadElement' && around?.type === 'ObjectExpression')
    .filter(([{ argument }]) => isNode(argument) && argument.type === 'ObjectExpression')
    .map(([node]) => file.text.slice(0, node.start).split('\n').length);
}

const SENTENCE = /^\p{Lu}.*\s/su; // it begins with a capital, and has a space in it

/** Lines on which something is refused, or stands in the gate, in a sentence and not by a reason of the catalog. */
export function sentencesRefused(file: SourceFile): number[] {
  const says = (node: TreeNode): boolean =>
    SENTENCE.test(String(node.type === 'Literal' ? node.value : (wordsOf(node) ?? ''))) ||
    partsOf(node).some(says);
  return nodesOf(file)
    .filter(([{ type, callee }]) => /^(?:Call|New)Expression$/.test(type) && isNode(callee))
    .filter(([{ callee }]) => /^(?:refuse|Refusal|obstacle)$/.test(String((callee as TreeNode).name)))
    .filter(([node]) => says(node))
    .map(([node]) => file.text.slice(0, node.start).split('\n').length);
}

const WHOLE = /^[“\p{Lu}].*[\p{L}”}] [\p{Ll}“{].*[.?!…]”?$/u; // it begins as a sentence, has words, and ends as one

/** Lines with a sentence of English that is neither what a check catches nor thrown as a fault of ours. */
export function sentencesIn(file: SourceFile): number[] {
  const isFault = (node: TreeNode | null) =>
    node?.type === 'NewExpression' && /Error$/.test(String((node.callee as TreeNode).name));
  const isSaid = (node: TreeNode | null) =>
    node?.type === 'Property' && (node.key as TreeNode).name === 'says';
  const textOf = (node: TreeNode): string => {
    if (node.type === 'Literal') return String(node.value);
    if (node.type !== 'TemplateLiteral') return '';
    return (node.quasis as TreeNode[]).map((part) => String(wordsOf(part))).join('{}');
  };
  return nodesOf(file)
    .filter(([node, around]) => WHOLE.test(textOf(node)) && !isFault(around) && !isSaid(around))
    .map(([node]) => file.text.slice(0, node.start).split('\n').length);
}

/** The words of a piece of a template. */
function wordsOf({ type, value }: TreeNode): unknown {
  return type === 'TemplateElement' ? (value as { raw: string }).raw : null;
}
