/** English: what the wire knows of its news and of websites in it. */
import { oneOf, wordLines } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const enWire: WireWords = {
  furniture: {
    places: oneOf(String.raw`
      newsletters?
      news ?letter
      (?:by|via|per|por) e-?mail
      your inbox
      e-?mail (?:alerts?|updates?|list)
      mailing list
      alerts?
      telegram
      whatsapp
      facebook
      instagram
      twitter
      tiktok
      youtube
      viber
      x\.com
      google news
      app
      channel
      push
      notifications?
    `),
    asks: oneOf(String.raw`
      subscribe
      sign up
      join (?:us|our)
      follow (?:us|our|@?\p{L}+)
      get (?:our|the (?:latest|best)|breaking|more)
      download our
      register (?:for|to)
      like us
    `),
    subscribe: oneOf(`
      subscribe(?: now| today| here)?
      sign up(?: now| here)?
      follow us
    `),
    share: String.raw`share(?: this)?(?: (?:article|story|post|page|on|via|with)\b.{0,40})?`,
    shareOn: 'share',
    comments: oneOf(String.raw`
      leave a (?:reply|comment)(?=[\p{P}\s]*$| (?:cancel|on|to|below|here|for)(?!\p{L}))
      (?:post|add|write) a comment
      your e-?mail address will not be published
      required fields are marked
      cancel reply
      be the first to comment
      no comments(?: yet)?$
      \d+ comments?$
      comments? (?:are closed|\(\d+\))
      log in to (?:leave a )?comment
      join the (?:conversation|discussion)$
    `),
    readAlso: oneOf(`
      read (?:also|more|next|this next|the full (?:story|article|post))
      also read
      see also
      must read
      more (?:on|from|about) this
      related (?:articles?|stories|posts|news|content|topics|links)
      related(?= ?:|$)
      recommended(?: (?:stories|articles|reading))?
      you (?:may|might) (?:also )?(?:like|be interested in)
      (?:don.t miss|more stories|top stories|editor.s picks|trending(?: now)?|popular (?:now|stories)|most read)
    `),
    feedLine: oneOf(`
      the post .{1,250} (?:appeared first on|first appeared on) .{1,100}
      continue reading
      read (?:more|the rest)(?: of (?:this|the) (?:entry|article|post|story))?
      (?:more|comments?|permalink)
    `),
    rights: 'all rights reserved',
    advertisement: oneOf(String.raw`
      advertisements?
      advert
      sponsored(?: content)?
      promoted(?: content)?
      story continues below(?: advertisement)?
      article continues below
      continue reading below
      skip (?:to content|advertisement|ad)
      loading\.*
      cookie settings
      accept (?:all )?cookies
      allow cookies
    `),
  },
  news: wordLines(`
      fire:fire fires blaze* wildfire*
      quake:earthquake* quake* tremor*
      flood:flood* deluge
      storm:storm* hurricane* typhoon* cyclone* tornado*
      slide:avalanche* landslide* mudslide*
      eruption:eruption* erupts erupted volcano*
      drought:drought*
      blast:explosion* explode* blast*
      crash:crash* accident* derail*
      collide:collision* collide*
      sink:sank sinks sinking sunk shipwreck* capsize*
      spill:spill* leak*
      rescue:rescue*
      missing:missing
      dead:dead dies died die killed kills deaths
      hurt:injured injuries hurt wounded
      evacuate:evacuat*
      strike:strike strikes walkout*
      protest:protest* demonstration*
      resign:resign*
      election:election* elected run-off runoff vote votes
      court:court courts tribunal
      sentence:sentenc* jailed convict*
      acquit:acquit*
      arrest:arrest* detained
      bribe:bribe* bribery corruption
      murder:murder*
      shooting:shooting* gunman gunmen
      attack:attack*
      war:war offensive
      truce:ceasefire* truce*
      drone:drone drones
      missile:missile*
      treaty:treaty treaties deal deals accord pact
      sanctions:sanctions
      tax:tax taxes
      budget:budget*
      rate:rate rates
      inflation:inflation
      centralbank:central
      price:price prices
      profit:profit*
      bankrupt:bankrupt* insolven*
      layoffs:layoffs redundan*
      hospital:hospital* clinic*
      school:school* pupils
      airport:airport*
      aircraft:plane planes aircraft airliner* flight jet
      train:train trains railway*
      tram:tram trams
      bus:bus buses coach
      ferry:ferry ferries
      ship:ship ships vessel* boat boats
      tanker:tanker*
      port:port ports harbour* harbor* terminal
      bridge:bridge bridges
      hacker:hacker* ransomware cyberattack* cyber*
      prize:prize* award*
      cup:cup
      goal:goal goals
      semifinal:semi-final* semifinal*
      festival:festival*
      discovery:discover* found
      wreck:wreck wrecks
      migrant:migrant* refugee*
      oil:oil crude
      gas:gas
      pipeline:pipeline*
      power:blackout* outage* electricity
      virus:virus outbreak* epidemic*
      vaccine:vaccin*
      climber:climber* mountaineer*
      container:container*
      diver:diver divers
      president:president presidential
      minister:minister ministers
      mayor:mayor*
      parliament:parliament*
      police:police
      coastguard:coastguard* coastal
      passenger:passenger*
      child:child children
      factory:factory factories plant
      mine:mine mines miner*
      nuclear:nuclear reactor*
      hostage:hostage* kidnap*
      theft:theft stolen robbery robbers burglar*
      drugs:cocaine heroin smuggl*
      contract:contract*
      waste:waste garbage rubbish
      union:union unions
      docker:docker* dockers’ dockworker*
      wage:pay wage wages salary salaries
      roman:roman
      novel:novel novelist
      beach:beach beaches
      patient:patient patients
      smoke:smoke
      engine:engine
      landing:landing
      amphora:amphora*
      climate:climate
      snow:snow*
      rain:rain*
      crane:crane
      court:judge
      UN:UN
      EU:EU
      US:US U.S USA
      UK:UK Britain British
      NATO:NATO
    `),
  furnitureLines: [
    oneOf(String.raw`
      source link
      (?:click|tap) (?:to|here to) (?:share|enlarge|expand|comment|copy)\b.{0,80}
      share this:?.{0,60}
      like this:?(?: like)?(?: loading\.*)?
      like loading\.*
      leave a (?:reply|comment)(?: cancel reply)?
      cancel reply
      reply
      post comment
      submit
      save my name, e-?mail,? and (?:website|site).{0,80}
      notify me of (?:new|follow-?up) (?:posts|comments) by e-?mail\.?
      your e-?mail address will not be published.{0,60}
      required fields are marked.{0,4}
      this site uses akismet.{0,100}
      learn how your comment data is processed
      this site is protected by recaptcha.{0,120}
      comments (?:are )?(?:closed|moderated|off)
      (?:view|show|load|see|read) (?:all |more |the )?(?:\d+ )?comments?
      be the first to (?:comment|reply).{0,40}
      load(?:ing)? more
      show (?:more|less)
      view all
      see all
      more info
      related topics?:?.{0,120}
      post views:? ?\d*
      views:? ?\d+
      reading time:?.{0,30}
      (?:previous|next) (?:post|story)
      back to (?:home|homepage|all news)
      report (?:a|an) (?:typo|error|mistake|problem).{0,60}
      (?:spotted|found|see) (?:a|an) (?:typo|error|mistake)\?.{0,100}
      print this article
      listen to (?:this )?(?:article|story).{0,30}
      share this (?:article|story|post) .{0,60}
      share via.{0,60}
    `),
    oneOf(String.raw`
      (?:already (?:a|have an?) (?:subscriber|member|account)\??).{0,60}
      create (?:a|your) (?:free )?account.{0,60}
      (?:subscribe|sign in|log in|register) to (?:continue|keep|read).{0,80}
      to continue reading.{0,100}
      this (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members).{0,60}
      you (?:have|.ve) (?:reached|read) (?:your|the).{0,30}(?:free|monthly) (?:limit|articles?).{0,60}
      (?:get|open|read|download|try|view)(?: it)? (?:in |on )?(?:the|our) (?:free |mobile |news )?app(?:\b.{0,60})?
      open in app
      (?:enable|allow|turn on|manage) (?:push )?notifications?.{0,60}
      (?:would you like|do you want) to receive (?:push )?notifications?.{0,80}
      .{0,40}would like to send you (?:push )?notifications?.{0,60}
      never miss a (?:story|beat|headline|thing).{0,80}
      stay (?:informed|up to date|connected|in the loop).{0,40}(?:newsletter|inbox|app|alerts?|updates?|notifications?).{0,40}
      powered by (?:onesignal|wordpress|disqus|blogger|taboola|outbrain|google).{0,40}
      get (?:breaking news|the latest|our best|top stories|the day.s).{0,80}(?:inbox|newsletter|alerts?|app|e-?mail).{0,40}
      (?:support|help fund) (?:our|independent|quality|local) journalism.{0,100}
      donate(?: now| today)?
      become a (?:member|subscriber|supporter).{0,40}
      no thanks
      maybe later
      not now
      dismiss
    `),
    oneOf(String.raw`
      (?:read more|read also|see also|related|more on this|don[’']t miss|also read)\s*:.{1,140}
      read more
      read also
      see also
      also read
      more on this story
      more on this topic
      related stories
      related articles
      related
      you may also like
      recommended for you
      recommended
      most read
      most popular
      trending now
      trending
      share this
      share this article
      share this story
      share on (?:facebook|twitter|x|whatsapp|linkedin)
      share
      tweet
      print
      email this
      print this page
      copy link
      link copied
      advertisement
      advertising
      sponsored
      sponsored content
      story continues below(?: advertisement)?
      article continues below(?: advertisement)?
      continue reading
      continue reading below
      skip to (?:main )?content
      skip advertisement
      loading
      loading\.\.\.
      subscribe
      subscribe now
      sign in
      log in
      sign up
      register
      sign up for our newsletter.{0,60}
      subscribe to our newsletter.{0,60}
      get our newsletter.{0,60}
      follow us(?: on .{0,60})?
      like us on facebook.{0,40}
      download (?:our|the) app.{0,40}
      accept(?: all)? cookies
      we use cookies.{0,200}
      this site uses cookies.{0,200}
      all rights reserved
      click here.{0,60}
      read the full (?:story|article).{0,40}
      back to top
      leave a comment
      \d* ?comments
      view comments
      show comments
      photo gallery
      view gallery
      watch (?:the )?video(?: below)?
      (?:more )?from around the web
      next article
      previous article
      filed under.{0,80}
      tags?
      image source.{0,60}
      getty images
      published by
      listen to this article
      (?:\d+ )?min(?:ute)?s? read
      share full article
      gift this article
    `),
  ].join('|'),
};
