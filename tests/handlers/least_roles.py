"""Which role the least is that may do each act: one entry for every button and form there is.

READER: a member of the workspace whom the settings name as a reader, who looks. MEMBER: any other
member of the workspace. TEAM: who is named in the team (everybody, as long as nobody is). LEAD: the
lead or a deputy (everybody, as long as there is no lead); here, too, are the rights that the lead
may give to others, as they are by default. OWN: whose it is, and nobody else whatever their role.
"""

READER, MEMBER, OWN, TEAM, LEAD = "reader", "member", "own", "team", "lead"

ROLES = {
    READER: """
        goals.show lesson.page report.all settings.file
        channel.look comment.more comment.original data.file disposal.show first.show holiday.open
        home.earlier home.later record.files record.open idea.more idea.waiting outlet.list outlet.show plan.after plan.before plan.more
        plan.page_after plan.page_before plan.picture policy.show post.advice post.history post.open
        presence.show relaying.show reminders.show replies.pick replies.show report.back report.behind
        report.chart report.choose report.next report.show report.table reserve.open rights.show
        roster.show rules.show series.more settings.history settings.open storm.list subscribe.show
        units.show unmarked.show watch_words.show wheel.more workdays.show
    """,
    MEMBER: """
        found.link found.other gap.later gap.leave_empty gap.plan_idea gap.restore gap.take
        idea.change idea.later idea.menu idea.new idea.no idea.no_save idea.plan idea.save idea.undo
        idea.unroute idea.vote import.apart import.keep import.keep_all import.take import.take_all
        import.undo import.undo_all outbox.retry plan.fill plan.new plan.save plan.use_offer
        post.also post.also_save post.cancel post.cancel_save post.change post.draft post.media
        post.media_save post.menu post.move post.move_save post.pair post.publish post.publish_save
        post.ready post.restore post.second post.unlink post.watch post.watch_calm post.watch_mine
        post.watch_save reserve.check reserve.form reserve.remove reserve.restore reserve.save
        series.change series.end series.good series.new series.resume series.revert series.save
        series.skip series.unskip slot.menu slot.move slot.move_back wheel.add wheel.menu
        wheel.restore wheel.save wheel.starter wheel.take_back
    """,
    OWN: """
        answer.again answer.delete answer.delete_save answer.edit answer.edit_save answer.fill
        answer.kind comment.decline comment.give_back post.go_out post.go_out_save post.withdraw
        presence.add presence.add_save presence.hours presence.hours_save presence.remove
        presence.restore roster.remove roster.restore roster.swap roster.swap_save
    """,
    TEAM: """
        brief.make brief.open comment.effort.long comment.effort.middle comment.effort.short
        comment.tag.critical comment.tag.other comment.tag.praise comment.tag.question comment.untag
        concern.answer concern.answered concern.note concern.open concern.save concern.sent
        concern.unsent lesson.drop lesson.menu lesson.open lesson.revive lesson.save peers.menu
        peers.new peers.paste peers.restore peers.save peers.save_table
        answer.send block.again block.confirm block.decline block.extend block.extend_save
        block.lift block.open block.save comment.answer comment.claim comment.flag comment.hand_over
        comment.hand_over_save comment.handle comment.judge comment.judge_save
        comment.release comment.reopen comment.sos comment.take_over comment.unflag comment.unneed
        comment.unneed_save comment.was_me comment.was_not_me comment.uncount comment.count moderation.again moderation.ask_save
        moderation.confirm moderation.decline moderation.open moderation.reported moderation.right
        moderation.save moderation.show_again moderation.undo praise.pass_on praise.save praise.sent
        praise.unsent registration.open registration.save registration.undo
        replies.add replies.add_route replies.change replies.delete replies.restore
        replies.save replies.save_route
    """,
    LEAD: """
        fear.change fear.save goals.change goals.decline goals.milestones goals.save.rate
        goals.save.runway goals.save.within goals.switch goals.take tips.switch
        weekly.change weekly.edit weekly.save weekly.send weekly.skip
        answering.change answering.save cadence.add cadence.menu cadence.new cadence.save
        channel.allow channel.allowed channel.disallow departure.add departure.new disclosure.ask
        disclosure.save disposal.change disposal.dispose disposal.later disposal.list disposal.look
        disposal.save first.decline first.fact first.fact_save first.reopen handed_over.ask
        handed_over.save hold.ask hold.lift hold.save language.change language.save
        lapsing.change lapsing.save meeting.change
        meeting.save outlet.add outlet.change outlet.new outlet.pair outlet.retire outlet.revive
        outlet.save part.remove part.restore pause.add pause.new policy.change policy.save
        post.decide post.decide_save post.override post.override_save publishing.change
        publishing.save relaying.change relaying.save reminders.levels reminders.levels_save
        reminders.owners reminders.owners_save report.send report.skip rights.change rights.remove
        rights.restore rights.save rights.stand_in rights.stand_in_save roster.turns
        roster.turns_save rules.archive rules.menu rules.new rules.revive rules.save settings.leave_file
        settings.read settings.read_file settings.undo settings.use_file
        snapshot.later snapshot.take subscribe.renew subscribe.renew_save team.change team.save
        units.archive units.menu units.new units.revive units.save watch_words.change
        watch_words.save workdays.halves workdays.halves_save workdays.hours workdays.hours_save
        workdays.own workdays.own_save workdays.remove workdays.restore workdays.squeeze
        workdays.squeeze_save
    """,
}
LEAST = {act: role for role, acts in ROLES.items() for act in acts.split()}
