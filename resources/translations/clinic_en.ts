<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AskedTests</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message numerus="yes">
        <source>%n similar</source>
        <translation>
            <numerusform>%n similar</numerusform>
            <numerusform>%n similar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftColumns</name>
    <message numerus="yes">
        <source>%n possible</source>
        <translation>
            <numerusform>%n possible</numerusform>
            <numerusform>%n possible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePanel</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message numerus="yes">
        <source>%n line(s) copied, nothing of the person.</source>
        <translation>
            <numerusform>%n line copied, nothing of the person.</numerusform>
            <numerusform>%n lines copied, nothing of the person.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeafletPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PoemsFindings</name>
    <message numerus="yes">
        <source>%n answer(s) as last time</source>
        <translation>
            <numerusform>%n answer as last time</numerusform>
            <numerusform>%n answers as last time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message numerus="yes">
        <source>Stopped before the end. Compared: {0} of {1}. %n would change group.</source>
        <extracomment>{0} of {1} patients of the record, %n of them would change group</extracomment>
        <translation>
            <numerusform>Stopped before the end. Compared: {0} of {1}. %n would change group.</numerusform>
            <numerusform>Stopped before the end. Compared: {0} of {1}. %n would change group.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared: {0} of {1}. %n would change group.</source>
        <extracomment>{0} of {1} patients of the record, %n of them would change group</extracomment>
        <translation>
            <numerusform>Compared: {0} of {1}. %n would change group.</numerusform>
            <numerusform>Compared: {0} of {1}. %n would change group.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would only come back at another time.</source>
        <translation>
            <numerusform>%n would only come back at another time.</numerusform>
            <numerusform>%n would only come back at another time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>%n could not be read.</numerusform>
            <numerusform>%n could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistColumns</name>
    <message numerus="yes">
        <source>%n possible</source>
        <translation>
            <numerusform>%n possible</numerusform>
            <numerusform>%n possible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistPage</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n are listed. Type to find others.</source>
        <translation>
            <numerusform>Only the first is listed. Type to find others.</numerusform>
            <numerusform>Only the first %n are listed. Type to find others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Duration</name>
    <message numerus="yes">
        <source>{0} in %n month(s)</source>
        <extracomment>{0} is a test and its change, %n the months that it took</extracomment>
        <translation>
            <numerusform>{0} in 1 month</numerusform>
            <numerusform>{0} in %n months</numerusform>
        </translation>
    </message>
</context>
</TS>
