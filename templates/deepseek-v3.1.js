// Written anew after the chat format on DeepSeek V3.1's model card, which says how tools are described; docs/templates.md.
export default {
  name: 'deepseek-v3.1',
  encoding: 'deepseek_v3',
  bos: '<｜begin▁of▁sentence｜>',
  eos: '<｜end▁of▁sentence｜>',
  controls: [
    '<｜begin▁of▁sentence｜>',
    '<｜end▁of▁sentence｜>',
    '<｜User｜>',
    '<｜Assistant｜>',
    '<think>',
    '</think>',
    '<｜tool▁calls▁begin｜>',
    '<｜tool▁calls▁end｜>',
    '<｜tool▁call▁begin｜>',
    '<｜tool▁call▁end｜>',
    '<｜tool▁output▁begin｜>',
    '<｜tool▁output▁end｜>',
    '<｜tool▁sep｜>',
  ],
  roles: ['system', 'user', 'assistant', 'tool'],
  tools: true,
  arguments: 'text',
  emptyText: '',
  joint: '\n',
  jinja: `
{%- set state = namespace(system='', parts=0, asked=false, inTool=false) -%}
{%- for message in messages -%}
  {%- if message.role == 'system' -%}
    {%- set state.system = state.system + ('\n\n' if state.parts else '') + message.content -%}
    {%- set state.parts = state.parts + 1 -%}
  {%- endif -%}
{%- endfor -%}
{{- bos_token + state.system -}}
{%- if tools -%}
  {{- ('\n\n' if state.system else '') + '## Tools\nYou have access to the following tools:\n\n' -}}
  {%- for tool in tools -%}
    {{- '### ' + tool.function.name + '\nDescription: ' + (tool.function.description or '') -}}
    {{- '\n\nParameters: ' + ((tool.function.parameters or {}) | tojson) + '\n\n' -}}
  {%- endfor -%}
  {{- 'IMPORTANT: ALWAYS adhere to this exact format for tool use:\n' -}}
  {{- '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>tool_call_name<｜tool▁sep｜>tool_call_arguments<｜tool▁call▁end｜>' -}}
  {{- '{additional_tool_calls}<｜tool▁calls▁end｜>\n\nWhere:\n' -}}
  {{- '- \`tool_call_name\` must be an exact match to one of the available tools\n' -}}
  {{- "- \`tool_call_arguments\` must be valid JSON that strictly follows the tool's Parameters Schema\n" -}}
  {{- '- For multiple tool calls, chain them directly without separators or spaces' -}}
{%- endif -%}
{%- for message in messages -%}
  {%- if message.role == 'user' -%}
    {%- set state.asked = true -%}
    {%- set state.inTool = false -%}
    {{- '<｜User｜>' + message.content -}}
  {%- elif message.role == 'tool' -%}
    {%- set state.asked = false -%}
    {%- set state.inTool = true -%}
    {{- '<｜tool▁output▁begin｜>' + message.content + '<｜tool▁output▁end｜>' -}}
  {%- elif message.role == 'assistant' -%}
    {{- '<｜Assistant｜></think>' if state.asked else '' -}}
    {%- set state.asked = false -%}
    {%- if message.tool_calls -%}
      {{- message.content + '<｜tool▁calls▁begin｜>' -}}
      {%- for call in message.tool_calls -%}
        {{- '<｜tool▁call▁begin｜>' + call.function.name + '<｜tool▁sep｜>' + call.function.arguments -}}
        {{- '<｜tool▁call▁end｜>' -}}
      {%- endfor -%}
      {{- '<｜tool▁calls▁end｜>' -}}
    {%- elif state.inTool or '</think>' not in message.content -%}
      {{- message.content -}}
    {%- else -%}
      {{- message.content.split('</think>', 1)[1] -}}
    {%- endif -%}
    {{- eos_token -}}
    {%- set state.inTool = false -%}
  {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt and state.asked -%}
  {{- '<｜Assistant｜>' + ('<think>' if enable_thinking is true else '</think>') -}}
{%- endif -%}
`,
};
