import { defineConfig } from 'vitepress'

// Vue would take the {{…}} of templates in prose for its own.
const openingBraces = /\{(?=\{)/g
const escapeBraces = (rule, markdown) => {
  const render = markdown.renderer.rules[rule]
  markdown.renderer.rules[rule] = (...args) => {
    const html = render ? render(...args) : args[0][args[1]].content
    return html.replace(openingBraces, '<span>{</span>')
  }
}

const source = 'https://github.com/gatewayz/gatewayz-java/blob/main/'

// A part of the side bar: pages and what they are called there.
const section = (text, ...pages) => ({
  text,
  items: pages.map(([page, title]) => ({ text: title, link: '/' + page })),
})

export default defineConfig({
  title: 'Gatewayz for Java',
  description: 'Prompts as typed Java interfaces, checked by the compiler',
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: ['node_modules/**'],
  markdown: {
    config(markdown) {
      for (const rule of ['text', 'code_inline', 'html_inline']) {
        escapeBraces(rule, markdown)
      }
      // What is not part of the guide is read where the source is.
      const open = markdown.renderer.rules.link_open
      markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
        const href = tokens[i].attrGet('href')
        if (href?.startsWith('../')) {
          tokens[i].attrSet('href', source + href.slice(3))
        }
        return open ? open(tokens, i, options, env, self) : self.renderToken(tokens, i, options)
      }
    },
  },
  ignoreDeadLinks: [/^\/api\//],
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guide', link: '/start' },
      { text: 'Javadoc', link: '/api/', target: '_self' },
      { text: '0.1.0', items: [{ text: 'Changes', link: source + 'CHANGELOG.md' }, { text: 'Compatibility', link: '/compatibility' }] },
    ],
    sidebar: [
      section(
        'Begin',
        ['start', 'Start in five minutes'],
        ['sample', 'The sample'],
        ['recipes', 'Recipes'],
        ['migration', 'Coming from elsewhere'],
        ['faq', 'Questions'],
      ),
      section(
        'Prompts',
        ['prompts', 'Prompts'],
        ['templates', 'Templates'],
        ['answers', 'Typed answers'],
        ['tools', 'Tools'],
      ),
      section(
        'Production',
        ['calls', 'Calls'],
        ['production', 'Going to production'],
        ['security', 'Security'],
        ['errors', 'Errors'],
        ['transport', 'Transport'],
        ['performance', 'Performance'],
        ['servers', 'Other servers'],
      ),
      section(
        'Frameworks and scale',
        ['spring', 'Spring Boot'],
        ['frameworks', 'Micronaut, CDI, Quarkus'],
        ['streaming', 'Streaming to a browser'],
        ['native', 'Native images, jlink'],
        ['scale', 'Many rows'],
        ['flink', 'Apache Flink'],
      ),
      section(
        'Tests',
        ['testing', 'Fakes, mock gateway, cassettes'],
        ['evaluations', 'Evaluations'],
      ),
      section(
        'The project',
        ['architecture', 'Architecture'],
        ['compatibility', 'Compatibility'],
      ),
    ],
  },
})
